/** 画面の本文: 和文がどこで区切れても、打たれた値に余計なバイトが混ざらない。 */
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { inOnePiece } from "#app/http/one-piece.server.ts";

const bodyOf = (page: ReactElement): Promise<string> =>
  new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => pipe(inOnePiece((body) => resolve(body.toString("utf8")))),
      onError: reject,
    });
  });

it("欄の値は、半角の文字が何文字前にあっても、そのままの本文になる", async () => {
  for (let shift = 0; shift < 12; shift += 1) {
    const page = (
      <main title={"x".repeat(shift)}>
        {Array.from({ length: 60 }, (_, index) => (
          <input key={index} readOnly value={`${index}現状認識に、自社の事業と𠮷野家髙橋の沿革を書く`} />
        ))}
      </main>
    );
    const body = await bodyOf(page);
    expect(body).not.toContain("\0");
    expect(body).toBe(renderToStaticMarkup(page));
  }
});
