import { useEffect, useRef, useState } from "react";

/** 打ち止んでから読み上げるまでの時間。打つ間に何度も読み上げて、欄の読み上げを妨げない。 */
const QUIET_MS = 1_500;

/** 計算した値が変わり、打ち止んだときに、一度だけ読み上げる。画面には出さない。 */
export function SpokenSummary({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState("");
  const opening = useRef(text);
  useEffect(() => {
    // 開いたときの値は、読み上げない。
    if (text === opening.current) return undefined;
    const timer = setTimeout(() => {
      opening.current = "";
      setSpoken(text);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <output data-spoken="figures" className="sr-only">
      {spoken}
    </output>
  );
}
