/** 全ページの地に斜めに入れる透かし（下書き）。本文より先に描き、文字を読みにくくしない薄さにする。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "./japanese-text.tsx";
import { A4 } from "./paper.ts";

const LETTERING = { size: 110, leading: 1.2 } as const;

export function Watermark({ text }: { readonly text: string }): ReactElement {
  return (
    <View
      fixed
      style={{
        position: "absolute",
        top: 0,
        left: 0,
        width: A4.width,
        height: A4.height,
        justifyContent: "center",
        alignItems: "center",
      }}
    >
      <JapaneseText
        type={LETTERING}
        weight="bold"
        width={A4.width}
        color="#e9e6e0"
        box={{ transform: "rotate(-40deg)", letterSpacing: 24 }}
      >
        {text}
      </JapaneseText>
    </View>
  );
}
