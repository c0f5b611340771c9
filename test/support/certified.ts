/** 認定まで進め、通知書を作り終えた申請。 */
import { certifyPlan } from "#app/usecases/certification/certify-plan.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { startWorker } from "#app/worker.server.ts";
import { certificationOf } from "#db/queries/certifications.ts";
import { manufacturing } from "./example-plans.ts";
import { logIn } from "./people.ts";
import type { TestServices } from "./portal-services.ts";
import { acceptAndPropose, current, expectOk, startAndFile } from "./procedure.ts";

export type Certified = {
  readonly applicant: UseCaseContext;
  readonly manager: UseCaseContext;
  readonly applicationId: string;
  readonly companyKey: string;
  readonly number: string;
  /** いちばん新しい版の符号と PDF。 */
  latest(): Promise<{ readonly edition: number; readonly code: string; readonly bytes: Uint8Array }>;
  /** 待っている仕事を終わらせる。 */
  work(): Promise<void>;
};

/** @param loginId 申請する人。省けば青葉精密のプライム */
export async function certifiedPlan(
  portal: Pick<TestServices, "services" | "context">,
  loginId = "takahashi@aoba.example.jp",
): Promise<Certified> {
  const { services } = portal;
  const applicant = await logIn(portal, loginId);
  const { applicationId, companyKey } = await startAndFile(applicant, manufacturing.answers);
  await acceptAndPropose(await logIn(portal, "tohoku-reviewer"), applicationId);
  const manager = await logIn(portal, "tohoku-manager");
  expectOk(await certifyPlan(manager, services.pdf, await current(manager, applicationId)));
  const work = async (): Promise<void> => {
    const worker = startWorker(services);
    await worker.drain();
    await worker.stop();
  };
  await work();
  return {
    applicant,
    manager,
    applicationId,
    companyKey,
    number: (await certificationOf(services.database, applicationId))?.number ?? "",
    work,
    async latest() {
      const [edition] = (await certificateHistory(services.database, applicationId)).editions;
      const bytes = await services.storage.get(edition?.document?.sha256 ?? "");
      if (edition === undefined || edition.code === null || bytes === null)
        throw new Error("通知書がまだありません。");
      return { edition: edition.edition, code: edition.code, bytes };
    },
  };
}
