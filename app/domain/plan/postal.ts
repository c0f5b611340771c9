/** 電子申請を受け付けない提出先への、印刷と郵送による申請。 */
import { attachmentSection } from "../attachment/attachment-kind.ts";
import type { Finding } from "./finding.ts";
import type { PlanRouting, Routing } from "./plan-routing.ts";

/** 提出先が郵送だけで受け付けるなら、その提出先。 */
export const postalRouting = (routing: PlanRouting): Routing | null =>
  routing.kind === "decided" && !routing.routing.electronic ? routing.routing : null;

/** 郵送でしか出せないことを知らせる指摘か。直すところはない。 */
export const isPostalNotice = ({ check }: Finding): boolean => check === "postOnly";

/** 印刷を止める誤りか。書類は紙で同封するので、添付の不足では止めない。 */
export const stopsPosting = (finding: Finding): boolean =>
  finding.severity === "error" && !isPostalNotice(finding) && finding.section !== attachmentSection;
