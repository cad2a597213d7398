// Pointer gestures on a canvas: drag, wheel, pinch, hover, tap.

function attachGestures(canvas, { pan, zoom, hover, tap }) {
  const down = new Map();
  let moved = 0;
  const local = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, local(event));
    if (down.size === 1) moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = local(event);
    const before = down.get(event.pointerId);
    if (!before) {
      hover(x, y);
      return;
    }
    if (down.size === 1) pan(before[0] - x, before[1] - y);
    else {
      const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      const times = Math.hypot(x - other[0], y - other[1]) / (Math.hypot(before[0] - other[0], before[1] - other[1]) || 1);
      zoom(times, (x + other[0]) / 2, (y + other[1]) / 2);
    }
    moved += Math.hypot(x - before[0], y - before[1]);
    down.set(event.pointerId, [x, y]);
  });
  const up = (event) => {
    if (!down.delete(event.pointerId) || event.type === "pointercancel") return;
    if (!down.size && moved < 6) tap(...local(event));
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), ...local(event));
  }, { passive: false });
}
