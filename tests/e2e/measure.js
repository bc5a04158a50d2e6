// Returns what is wrong with a page for the eyes and the fingers: a line each.
() => {
  const wrong = [];
  for (const details of document.querySelectorAll("details")) details.open = true;

  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = getComputedStyle(it).backgroundColor;
      if ((parts(colour)[3] ?? 1) === 1) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  // WCAG 2.2, 1.4.3: text stands out from its ground by 4.5 : 1.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim();
    const element = texts.currentNode.parentElement;
    if (!words || !element.checkVisibility()) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))];
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (contrast < 4.5) wrong.push(`contrast ${contrast.toFixed(2)}: ${words}`);
  }
  // 2.5.8: what is pressed is no smaller than 24 by 24.
  for (const target of document.querySelectorAll("button, input:not([type=hidden]), textarea, summary, a.button")) {
    const { width, height } = target.getBoundingClientRect();
    if (width < 24 || height < 24) wrong.push(`${target.localName} of ${width} × ${height}`);
  }
  // 1.4.10 and 1.4.4: nothing goes beyond the side, with letters twice as large neither.
  const root = document.documentElement;
  for (const letters of ["", "200%"]) {
    root.style.fontSize = letters;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll("main *")].find(
        (one) => one.getBoundingClientRect().right > root.clientWidth);
      wrong.push(`wider than the screen at ${letters || "100%"}: ${wide?.outerHTML.slice(0, 80)}`);
    }
  }
  root.style.fontSize = "";
  return wrong;
}
