// What cannot be read where a page is printed on A4: texts that lie on each other, or stand beyond the edge of the paper
// or of their drawing. Gives a few words of each.
() => {
  const unseen = (node) => node.closest(".unseen, title, style") !== null;
  const boxes = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || unseen(node.parentElement)) continue;
    const drawing = node.parentElement.closest("svg");
    const edge = drawing ? drawing.getBoundingClientRect() : { left: 0, right: window.innerWidth };
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects())
      if (right - left > 1) boxes.push({ left, right, top, bottom, edge, node, words: node.data.trim().slice(0, 60) });
  }
  const cut = boxes.filter(({ left, right, edge }) => left < edge.left - 1 || right > edge.right + 1);
  boxes.sort((one, other) => one.top - other.top);
  const overlap = [];
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      const low = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (one.node !== other.node && across > 2 && down > 0.45 * low) overlap.push(`${one.words} | ${other.words}`);
    }
  });
  return { cut: cut.map(({ words }) => words), overlap };
}
