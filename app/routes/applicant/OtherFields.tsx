import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * 指摘の付いていない欄。畳んでいても、欄の値は保存のときに一緒に送られる。
 * 誤りのある欄や、リンクの指す欄が中にあれば、開いておく。
 */
export function OtherFields({
  count,
  open,
  children,
}: {
  readonly count: number;
  readonly open: boolean;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  // 開いた後に誤りがなくなっても、見ている欄を畳まない。
  const [initial] = useState(open);
  useEffect(() => {
    if (open && box.current !== null) box.current.open = true;
  }, [open]);
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (box.current !== null && target !== null && box.current.contains(target)) {
      box.current.open = true;
      target.scrollIntoView();
    }
  }, []);
  return (
    <details ref={box} open={initial} className="my-8 rounded-12 border border-solid-gray-300 px-4 py-3">
      <summary className="cursor-pointer py-1 text-std-17B-170">ほかの欄も表示する（{count}個）</summary>
      <div className="pt-4">{children}</div>
    </details>
  );
}
