/** 認定通知書と様式の PDF。画面を通らず、この process の中の作成器で計る。 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import type { PdfRenderer, RenderedPdf } from "#app/adapters/pdf/pdf-port.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { createDocumentSigner } from "#app/adapters/signing/document-signer.server.ts";
import { openTestKey } from "#app/adapters/signing/test-authority.server.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formHeading } from "#app/domain/plan/form-number.ts";
import { buildNotice } from "#app/domain/certification/build-notice.ts";
import {
  certificateCode,
  CODE_RANDOM_BYTES,
  writtenCode,
} from "#app/domain/certification/certificate-code.ts";
import type { RawAnswers, RawRow } from "#app/domain/plan/field.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { faultLine } from "#app/import-rulebook-folder.server.ts";
import { CommandRefusal, sourceRulebook } from "../command.ts";
import { median, round } from "./load.ts";

export type PdfSpeed = {
  readonly certificate: {
    readonly coldMs: number;
    readonly warmMsMedian: number;
    /** 電子署名（B-B）。 */
    readonly signMsMedian: number;
    /** 署名した PDF の大きさ。 */
    readonly bytes: number;
  };
  readonly form: { readonly warmMsMedian: number; readonly pages: number };
};

const code = certificateCode(new Uint8Array(CODE_RANDOM_BYTES).fill(7));
const verification = { code: writtenCode(code), url: `https://keieiryoku.example.jp/verify/${code}` };
const on = "2026-12-01" as CivilDate;
const createdAt = "2026-12-01T01:00:00.000Z";
const ROUNDS = 9;
/** 様式が 8 頁になる設備の行の数。 */
const EQUIPMENT_ROWS = 12;

export async function pdfSpeed(answers: RawAnswers): Promise<PdfSpeed> {
  const loaded = await loadRulebookFolder(sourceRulebook);
  if (!loaded.ok) throw new CommandRefusal(loaded.error.map(faultLine).join("\n"));
  const { rulebook } = loaded.value;
  const routed = routePlanValues(rulebook, readPlan(answers).values, on);
  if (routed.kind !== "decided") throw new Error("例の計画の提出先が決まりません。");
  const { routing } = routed;
  const notice = buildNotice(rulebook, { answers, routing, filedAt: createdAt }, { issuedOn: on, serial: 1 });
  if (!notice.ok) throw new Error(`例の計画の通知書が埋まりません: ${notice.error.join("、")}`);
  const large = { ...answers, equipment: { ...answers["equipment"], equipment: manyRows(answers) } };
  const form = {
    document: planDocument(rulebook, large, on),
    cover: {
      heading: formHeading(answers),
      addressee: routing.addressee,
      filedOn: on,
      address: notice.value.addressee.address,
      name: notice.value.addressee.name,
      representative: notice.value.addressee.representative,
      joint: [],
    },
    posting: null,
    substituted: [],
    watermark: null,
    receiptNumber: "26-0000-0018",
  };

  const renderer = createPdfRenderer({ threads: 0 });
  try {
    const printed = { ...notice.value, verification };
    const cold = await timed(renderer, notice.value.templateVersion, printed);
    const warm = await repeated(renderer, notice.value.templateVersion, printed);
    const signed = await signing(cold.pdf.bytes);
    await timed(renderer, "application-form/v1", form);
    const forms = await repeated(renderer, "application-form/v1", form);
    return {
      certificate: {
        coldMs: round(cold.ms),
        warmMsMedian: median(warm.map(({ ms }) => ms)),
        ...signed,
      },
      form: { warmMsMedian: median(forms.map(({ ms }) => ms)), pages: forms[0]?.pdf.pages ?? 0 },
    };
  } finally {
    await renderer.close();
  }
}

/** 試験用の鍵で、続けて署名する。初めの一回（鍵を開く分）は数えない。 */
async function signing(bytes: Uint8Array): Promise<Pick<PdfSpeed["certificate"], "signMsMedian" | "bytes">> {
  const folder = await mkdtemp(join(tmpdir(), "portal-bench-"));
  try {
    const key = () => openTestKey(join(folder, "signing"), createdAt);
    const signer = createDocumentSigner({ key, timestampUrl: null });
    const statement = { signedAt: createdAt, reason: "経営力向上計画に係る認定について" };
    let signed = await signer.signPdf(bytes, statement);
    const times: number[] = [];
    for (let round = 0; round < 3 * ROUNDS; round += 1) {
      const started = performance.now();
      signed = await signer.signPdf(bytes, statement);
      times.push(performance.now() - started);
    }
    return { signMsMedian: median(times), bytes: signed.byteLength };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const manyRows = (answers: RawAnswers): readonly RawRow[] => {
  const rows = answers["equipment"]?.["equipment"];
  const row = typeof rows === "string" ? undefined : rows?.[0];
  if (row === undefined) throw new Error("例の計画に設備がありません。");
  return Array.from({ length: EQUIPMENT_ROWS }, (_, index) => ({ ...row, id: `equipment-${index + 1}` }));
};

type Timed = { readonly ms: number; readonly pdf: RenderedPdf };

async function timed(renderer: PdfRenderer, template: string, values: unknown): Promise<Timed> {
  const started = performance.now();
  const rendered = await renderer.render(template, values, { createdAt });
  const ms = performance.now() - started;
  if (!rendered.ok) throw new Error(`PDF を作れません: ${JSON.stringify(rendered.error)}`);
  return { ms, pdf: rendered.value };
}

async function repeated(renderer: PdfRenderer, template: string, values: unknown): Promise<readonly Timed[]> {
  const all: Timed[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await timed(renderer, template, values));
  return all;
}
