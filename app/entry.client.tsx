import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";

/** 画面の JavaScript が動き出したことを、html 要素の `data-ready` に残す（監視と試験が見る）。RemixBrowser より後に置く。 */
function ReadyMark() {
  useEffect(() => {
    document.documentElement.dataset["ready"] = "";
  }, []);
  return null;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
      <ReadyMark />
    </StrictMode>,
  );
});
