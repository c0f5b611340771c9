/** 真正性の確認の案内。QR と、紙から打てる符号と、確認の画面のアドレス。本文の後に、一まとまりで置く。 */
import { View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { JapaneseText } from "../../shared/japanese-text.tsx";
import { CONTENT_WIDTH, INK, RULE_WIDTH, TYPE } from "../../shared/paper.ts";
import { QrCode } from "../../shared/qr-code.tsx";

const QR_SIZE = 76;
const GAP = 8;
const WORDS_WIDTH = CONTENT_WIDTH - QR_SIZE - GAP;

export function Verification(props: { readonly code: string; readonly url: string }): ReactElement {
  const lines = [
    "この通知書の真正性は、QR コード又は次の画面で確かめられます。",
    new URL("/verify", props.url).href,
    `符号　${props.code}`,
  ];
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        alignItems: "center",
        marginTop: 24,
        paddingTop: 6,
        borderTop: `${RULE_WIDTH}pt solid ${INK.rule}`,
      }}
    >
      <QrCode text={props.url} size={QR_SIZE} />
      <View style={{ marginLeft: GAP, width: WORDS_WIDTH }}>
        {lines.map((line) => (
          <JapaneseText key={line} type={TYPE.body} width={WORDS_WIDTH}>
            {line}
          </JapaneseText>
        ))}
      </View>
    </View>
  );
}
