// Reads a drawing or network with the packages of npm and prints its nodes and edges as JSON.
// Usage: node reread.mjs graphml|gexf|mermaid FILE, with TOCGRAPH_NODE naming the folder that holds node_modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.env.TOCGRAPH_NODE + "/package.json");
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const [form, path] = process.argv.slice(2);
const text = readFileSync(path, "utf8");

if (form === "mermaid") {
  const { JSDOM } = require("jsdom");
  globalThis.window = new JSDOM("<body></body>").window;
  globalThis.document = globalThis.window.document;
  const { default: mermaid } = await load("mermaid");
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = [...db.getVertices().values()].map(({ id, text }) => ({ id, text }));
  const edges = db.getEdges().map(({ start, end, text, stroke, type }) => ({ start, end, text, stroke, type }));
  console.log(JSON.stringify({ nodes, edges }));
} else {
  const { MultiDirectedGraph } = require("graphology");
  globalThis.DOMParser = require("@xmldom/xmldom").DOMParser;
  const graph = require(`graphology-${form}`).parse(MultiDirectedGraph, text, { addMissingNodes: false });
  const nodes = graph.mapNodes((key, attributes) => ({ key, ...attributes }));
  const edges = graph.mapEdges((key, attributes, source, target) => ({ key, source, target, ...attributes }));
  console.log(JSON.stringify({ nodes, edges }));
}
