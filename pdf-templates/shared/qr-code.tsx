/** QR コード（JIS X 0510）。絵でなく線図として描くので、拡げても崩れず、書体も要らない。 */
import { Path, Svg } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { encode } from "uqr";
import { INK } from "./paper.ts";

/** 周りの余白（モジュール）。規格の下限。 */
const QUIET_ZONE = 4;

/** 横に続く黒いモジュールを、一つの四角にまとめた道筋。 */
export function qrPath(text: string): { readonly path: string; readonly modules: number } {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) =>
      [
        ...row
          .map((black) => (black ? "1" : "0"))
          .join("")
          .matchAll(/1+/gu),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join("");
  return { path, modules: size };
}

/** @param size 余白を含む一辺 pt */
export function QrCode(props: { readonly text: string; readonly size: number }): ReactElement {
  const { path, modules } = qrPath(props.text);
  return (
    <Svg viewBox={`0 0 ${modules} ${modules}`} style={{ width: props.size, height: props.size }}>
      <Path d={path} fill={INK.text} />
    </Svg>
  );
}
