/**
 * 規則集の順番の表で、行を引いて動かす。script が動かなくても ▲▼ と「何番目」で同じことができる。
 * 離した所の番号を、並べ替えの form に入れて送る。
 */
(() => {
  const form = document.getElementById("order");
  const cells = [...document.querySelectorAll("[data-order-row]")];
  if (form === null || cells.length === 0) return;
  document.querySelector("[data-order-hint]")?.removeAttribute("hidden");
  let dragged = null;

  const rowOf = (cell) => cell.closest("tr");
  const cellOf = (node) => node.closest?.("tr")?.querySelector("[data-order-row]") ?? null;
  const mark = (row, on) => row?.classList.toggle("bg-yellow-50", on);

  for (const cell of cells) {
    const handle = document.createElement("span");
    handle.textContent = "⠿";
    handle.setAttribute("aria-hidden", "true");
    handle.draggable = true;
    handle.style.cursor = "grab";
    handle.addEventListener("dragstart", (event) => {
      dragged = cell;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", cell.dataset.orderRow);
    });
    handle.addEventListener("dragend", () => {
      dragged = null;
    });
    cell.prepend(handle);
  }

  const targetOf = (event) => {
    const cell = event.target instanceof Element ? cellOf(event.target) : null;
    const sameGroup =
      cell !== null && dragged !== null && cell.dataset.orderGroup === dragged.dataset.orderGroup;
    return sameGroup && cell !== dragged ? cell : null;
  };

  document.addEventListener("dragover", (event) => {
    const cell = targetOf(event);
    if (cell === null) return;
    event.preventDefault();
    mark(rowOf(cell), true);
  });
  document.addEventListener("dragleave", (event) => {
    const cell = event.target instanceof Element ? cellOf(event.target) : null;
    if (cell !== null) mark(rowOf(cell), false);
  });
  document.addEventListener("drop", (event) => {
    const cell = targetOf(event);
    if (cell === null) return;
    event.preventDefault();
    const move = document.createElement("input");
    move.type = "hidden";
    move.name = "move";
    move.value = `to:${dragged.dataset.orderRow}:${cell.dataset.orderPosition}`;
    form.append(move);
    form.requestSubmit();
  });
})();
