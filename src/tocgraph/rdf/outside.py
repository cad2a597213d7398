"""The terms of other vocabularies that documents of tocgraph use; a test holds that no others occur.

Each was looked up in the document that defines its vocabulary. What a schema maps its types to (`rdf:` in schema.yaml)
comes on top.
"""

from __future__ import annotations

OUTSIDE: dict[str, str] = {
    # DCAT 3, W3C Recommendation 2024
    "dcat": "Dataset Distribution byteSize distribution mediaType version",
    # DCMI Metadata Terms 2020: creator, publisher, language and type admit literals
    "dcterms": "conformsTo creator description identifier issued language license publisher title type",
    # RDF 1.1 Schema and RDF 1.2 Concepts (reifies)
    "rdf": "Property Statement first langString nil object predicate reifies rest subject type",
    "rdfs": "Class comment domain isDefinedBy label range subClassOf subPropertyOf",
    # OWL 2, structural specification and mapping to RDF graphs
    "owl": "AnnotationProperty Class DatatypeProperty ObjectProperty Ontology SymmetricProperty TransitiveProperty "
    "inverseOf versionIRI versionInfo",
    # PROV-O, W3C Recommendation 2013
    "prov": "Entity Plan PrimarySource entity hadPrimarySource qualifiedPrimarySource wasDerivedFrom",
    # schema.org
    "schema": "CreativeWork Legislation domainIncludes rangeIncludes url",
    # SHACL, W3C Recommendation 2017
    "sh": "Literal NodeShape PropertyShape class datatype in inversePath lessThanOrEquals maxCount message minCount "
    "minLength node nodeKind or path pattern property targetClass targetNode targetSubjectsOf uniqueLang xone",
    # SKOS reference, W3C Recommendation 2009
    "skos": "Concept ConceptScheme altLabel definition exactMatch inScheme note prefLabel",
    # SPDX 2, as DCAT 3 section 6.17 uses it
    "spdx": "Checksum algorithm checksum checksumAlgorithm_sha256 checksumValue",
    # VANN
    "vann": "preferredNamespacePrefix preferredNamespaceUri",
    # VoID, W3C Interest Group Note 2011
    "void": "Dataset Linkset class classPartition classes distinctSubjects entities linkPredicate objectsTarget "
    "properties property propertyPartition subjectsTarget subset triples uriSpace vocabulary",
    "xsd": "boolean date decimal hexBinary integer nonNegativeInteger string",
}


def outside_terms() -> set[str]:
    """The terms as prefixed names, such as `skos:prefLabel`."""
    return {f"{prefix}:{name}" for prefix, names in OUTSIDE.items() for name in names.split()}
