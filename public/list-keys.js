/**
 * 審査の一覧のキー操作。j と k で行を移り、x で選び、Enter（リンクの働き）で開き、/ で検索の欄へ移る。
 * script が動かなくても、Tab とリンクで同じことができる。
 */
(() => {
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName) &&
    target.getAttribute("type") !== "checkbox";

  const moveRow = (by) => {
    const links = [...document.querySelectorAll("a[data-list-row]")];
    const row = document.activeElement?.closest("tr");
    const at = links.findIndex((link) => link.closest("tr") === row);
    const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
    links[next]?.focus();
  };

  const pickRow = () => {
    const box = document.activeElement?.closest("tr")?.querySelector('input[type="checkbox"][name="pick"]');
    if (box !== null && box !== undefined) box.checked = !box.checked;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === "j") moveRow(1);
    else if (event.key === "k") moveRow(-1);
    else if (event.key === "x") pickRow();
    else if (event.key === "/") document.getElementById("list-q")?.focus();
    else return;
    event.preventDefault();
  });
  // キーが効くようになったことを、試験と支援の道具が知るための印。
  document.documentElement.dataset.listKeys = "ready";
})();
