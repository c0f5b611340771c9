/** ファイルの名前、大きさ、先頭のバイト列。 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentLimits, formatBytes, limitProblem } from "#app/domain/attachment/attachment-limits.ts";
import { contentFaultMessages, leadingKind } from "#app/domain/attachment/file-content.ts";
import { decodeFileName, safeFileName } from "#app/domain/attachment/file-name.ts";

describe("ファイル名", () => {
  it.each([
    ["証明書.pdf", "証明書.pdf"],
    ["C:\\Users\\aoba\\証明書.pdf", "証明書.pdf"],
    ["../../etc/passwd", "passwd"],
    ["証\u0000明\r\n書.pdf", "証明書.pdf"],
    ["fdp.\u202e書明証.pdf", "fdp.書明証.pdf"],
    ["か\u3099.pdf", "が.pdf"],
    ["  余白 .pdf ", "余白 .pdf"],
    ["", "名前のないファイル"],
    ["..", "名前のないファイル"],
    ["/", "名前のないファイル"],
  ])("%j は %j として控えに残る", (raw, shown) => expect(safeFileName(raw, 255)).toBe(shown));

  it("長い名前は、拡張子を残して切る。サロゲートの組は割らない", () => {
    const name = safeFileName(`${"𠮷".repeat(400)}.pdf`, 255);
    expect([...name]).toHaveLength(255);
    expect(name.endsWith("𠮷.pdf")).toBe(true);
  });

  it("255文字までの日本語の名前は、そのまま残る", () => {
    const name = `${"証".repeat(251)}.pdf`;
    expect(safeFileName(name, 255)).toBe(name);
  });

  it("どんな名前からも、道筋にも制御文字にもならない空でない名前ができ、二度通しても変わらない", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const name = safeFileName(raw, 255);
        expect(name).not.toBe("");
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect([...name].length).toBeLessThanOrEqual(255);
        expect(safeFileName(name, 255)).toBe(name);
      }),
    );
  });

  it("UTF-8 でない名前は Shift_JIS として読む", () => {
    const shiftJis = Uint8Array.from([0x8f, 0xd8, 0x96, 0xbe, 0x8f, 0x91, 0x2e, 0x70, 0x64, 0x66]);
    expect(decodeFileName(shiftJis)).toBe("証明書.pdf");
    expect(decodeFileName(new TextEncoder().encode("証明書.pdf"))).toBe("証明書.pdf");
  });
});

describe("大きさと数の上限", () => {
  const { fileBytes, files, totalBytes } = attachmentLimits;

  it.each([
    [{ files: 0, bytes: 0 }, fileBytes, null],
    [{ files: 0, bytes: 0 }, fileBytes + 1, /一つのファイルは10 MBまで/u],
    [{ files: files - 1, bytes: 0 }, 1, null],
    [{ files, bytes: 0 }, 1, /20個まで/u],
    [{ files: 6, bytes: totalBytes - 1 }, 1, null],
    [{ files: 6, bytes: totalBytes }, 1, /合計が60 MBを超えます/u],
  ])("今 %j に %i バイトを足す", (totals, size, problem) => {
    const answer = limitProblem(attachmentLimits, totals, size);
    if (problem === null) expect(answer).toBeNull();
    else expect(answer).toMatch(problem);
  });

  it.each([
    [0, "0 バイト"],
    [1023, "1023 バイト"],
    [1024, "1 kB"],
    [1024 * 1024, "1 MB"],
    [1024 * 1024 * 3.25, "3.2 MB"],
  ])("%i は %s", (bytes, words) => expect(formatBytes(bytes)).toBe(words));
});

describe("先頭のバイト列", () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ["%PDF-1.7\n", "application/pdf"],
    ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
    ["\u0089PNG\r\n\u001a\n", "image/png"],
    ["PK\u0003\u0004........................[Content_Types].xml", "office"],
    ["PK\u0003\u0004photo.jpg", "zip"],
    ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "office"],
    ["\u0000\u0000\u0000\u0018ftypheic", "heic"],
    ["\u0000\u0000\u0000\u0018ftypmp42", "unknown"],
    ["GIF89a", "otherImage"],
    ["RIFF....WEBP", "otherImage"],
    ["MZ\u0090", "unknown"],
    ["<html>", "unknown"],
    [" %PDF-1.7", "unknown"],
    ["", "unknown"],
  ])("%j は %s", (head, kind) => expect(leadingKind(bytes(head))).toBe(kind));

  it("受け取れない理由には、どれにも直し方がある", () => {
    for (const message of Object.values(contentFaultMessages)) expect(message).toMatch(/。$|。）$|）。$/u);
  });
});
