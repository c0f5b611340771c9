/**
 * 例の計画から、認定通知書（署名と目録つき）、不認定通知書、様式、受付票の見本を作る。データベースには何も書かない。
 *   npm run -s certificate:sample -- --case manufacturing-miyagi-type-A --out 置き場
 * 署名はいつも試験用の鍵（DATA_DIR/signing）で行うので、本物の通知書にはならない。
 */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPdfRenderer } from "#app/adapters/pdf/pdf-renderer.server.ts";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";
import { createDocumentSigner } from "#app/adapters/signing/document-signer.server.ts";
import { openTestKey, TEST_AUTHORITY_FILE } from "#app/adapters/signing/test-authority.server.ts";
import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { buildDeclineNotice, buildNotice } from "#app/domain/certification/build-notice.ts";
import { certificateCode, CODE_RANDOM_BYTES } from "#app/domain/certification/certificate-code.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { certificateManifest } from "#app/domain/certification/manifest.ts";
import { expectedCertification } from "#app/domain/plan/certification-forecast.ts";
import type { RawAnswers } from "#app/domain/plan/field.ts";
import { planDocument } from "#app/domain/plan/plan-document.ts";
import { routePlanValues } from "#app/domain/plan/plan-routing.ts";
import { readPlan } from "#app/domain/plan/read-section.ts";
import { spokenReceiptNumber } from "#app/domain/plan/receipt-number.ts";
import { processingLabel } from "#app/domain/routing/explanation.ts";
import { faultLine } from "#app/import-rulebook-folder.server.ts";
import { testSigningFolder } from "#app/services.server.ts";
import { verifiable } from "#app/usecases/certification/issued-certificate.server.ts";
import { formCover, typedWord } from "#app/usecases/papers/form-cover.ts";
import { renderPaper } from "#app/usecases/papers/render-paper.server.ts";
import { CommandRefusal, commandConfig, runCommand, say, sourceRulebook } from "./command.ts";
import { examplePlans } from "./demonstration/example-plans.ts";

const ON = "2026-12-01" as CivilDate;
const AT = "2026-12-01T01:00:00.000Z";
const RECEIPT_NUMBER = "26-0000-0018";
const DECLINE_GROUND =
  "経営力向上の内容が、事業分野別指針に照らして適切であると認められないため（見本の理由です）。";
const usage = "使い方: npm run -s certificate:sample -- --case manufacturing-miyagi-type-A --out 置き場";

function argumentsOf(args: string[]): { readonly name: string; readonly out: string } {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ args, options: { case: text, out: text } });
    if (values.case !== undefined && values.out !== undefined) return { name: values.case, out: values.out };
  } catch {
    // 知らない引数も、足りない引数と同じに断る。
  }
  throw new CommandRefusal(usage, 2);
}

async function answersOf(name: string): Promise<RawAnswers> {
  const plans = await examplePlans();
  const found = plans.find((plan) => plan.case === name);
  if (found !== undefined) return found.answers as RawAnswers;
  throw new CommandRefusal(
    `例の計画 ${name} はありません。次のどれかを渡してください: ${plans.map((plan) => plan.case).join("、")}`,
    2,
  );
}

await runCommand(async () => {
  const { name, out } = argumentsOf(process.argv.slice(2));
  const answers = await answersOf(name);
  const loaded = await loadRulebookFolder(sourceRulebook);
  if (!loaded.ok) throw new CommandRefusal(loaded.error.map(faultLine).join("\n"));
  const { rulebook } = loaded.value;
  const routed = routePlanValues(rulebook, readPlan(answers).values, ON);
  if (routed.kind !== "decided") throw new CommandRefusal(`${name} は、提出先が一つに決まりません。`);
  const { routing } = routed;
  const facts = { answers, routing, filedAt: AT };
  const issue = { issuedOn: ON, serial: 1 };
  const built = buildNotice(rulebook, facts, issue);
  const declined = buildDeclineNotice(rulebook, facts, issue, DECLINE_GROUND);
  if (!declined.ok) throw new CommandRefusal(`不認定通知書の値が足りません: ${declined.error.join("、")}`);
  if (!built.ok) throw new CommandRefusal(`通知書の値が足りません: ${built.error.join("、")}`);
  const config = commandConfig();
  const origin = config.origin ?? `http://localhost:${config.port}`;
  const coded = (letter: CertificationNotice): CertificationNotice =>
    verifiable(letter, certificateCode(randomBytes(CODE_RANDOM_BYTES)), origin);
  const notice = coded(built.value);
  const document = planDocument(rulebook, answers, ON);
  const company = answers["company"] ?? {};
  const form = {
    document,
    cover: formCover(answers, routing.addressee, ON),
    posting: null,
    watermark: null,
    receiptNumber: RECEIPT_NUMBER,
  };
  const receipt = {
    receiptNumber: RECEIPT_NUMBER,
    spokenNumber: spokenReceiptNumber(RECEIPT_NUMBER),
    filedAt: AT,
    filedBy: typedWord(company["contactName"]),
    sequence: 1,
    company: { name: typedWord(company["name"]), representative: typedWord(company["representative"]) },
    office: routing.office.name,
    addressee: routing.addressee,
    processing: processingLabel(routing.processing),
    expectedOn: expectedCertification(rulebook, routing.processing, ON),
    sections: document.sections.map(({ number, title }) => ({ number, title })),
    attachments: [],
  };

  const folder = testSigningFolder(config.dataDir);
  const signer = createDocumentSigner({ key: () => openTestKey(folder, AT), timestampUrl: null });
  const pdf = createPdfRenderer({ threads: 0 });
  await mkdir(out, { recursive: true });
  try {
    const signed = async (letter: CertificationNotice): Promise<Uint8Array> => {
      const rendered = await pdf.render(letter.templateVersion, letter, { createdAt: AT });
      if (!rendered.ok) throw new CommandRefusal(`通知書を作れません: ${JSON.stringify(rendered.error)}`);
      return signer.signPdf(rendered.value.bytes, { signedAt: AT, reason: letter.subject });
    };
    const bytes = await signed(notice);
    const sha256 = await crypto.subtle
      .digest("SHA-256", Uint8Array.from(bytes))
      .then((hash) => Buffer.from(hash).toString("hex"));
    const manifest = certificateManifest(notice, {
      edition: 1,
      issuedAt: AT,
      sha256,
      size: bytes.byteLength,
      signature: signer.level,
    });
    const files: Readonly<Record<string, Uint8Array | string>> = {
      "certificate.pdf": bytes,
      "certificate.jws": await signer.signManifest(manifest),
      "decline-notice.pdf": await signed(coded(declined.value)),
      "application-form.pdf": (await renderPaper(pdf, "application-form/v1", form, AT)).bytes,
      "receipt.pdf": (await renderPaper(pdf, "receipt/v1", receipt, AT)).bytes,
    };
    for (const [file, content] of Object.entries(files)) {
      await writeFile(join(out, file), content);
      say(join(out, file));
    }
    await copyFile(join(folder, TEST_AUTHORITY_FILE), join(out, TEST_AUTHORITY_FILE));
    say(join(out, TEST_AUTHORITY_FILE));
  } finally {
    await pdf.close();
  }
});
