/**
 * 審査の画面を開いている間、審査中の人の名前を保つ。ほかの人に引き継がれたら、その場で知らせる。
 * script が動かなくても、画面を開くたびに同じことが示される。
 */
(() => {
  const bar = document.querySelector("[data-lease]");
  if (bar === null) return;
  const mine = bar.querySelector("[data-lease-mine]");
  const other = bar.querySelector("[data-lease-other]");

  const show = (answer) => {
    const part = answer.mine ? mine : other;
    const text = part.querySelector("[data-lease-message]");
    if (text.textContent !== answer.message) text.textContent = answer.message;
    mine.hidden = !answer.mine;
    other.hidden = answer.mine;
  };

  const renew = async () => {
    const body = new FormData();
    body.set("tab", bar.dataset.leaseTab);
    body.set("intent", "renew");
    try {
      const answer = await fetch(bar.dataset.lease, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      if (answer.ok) show(await answer.json());
    } catch {
      // 次の回に尋ねる。
    }
  };

  setInterval(() => void renew(), Number(bar.dataset.leaseSeconds) * 1000);
  window.addEventListener("focus", () => {
    void renew();
  });
})();
