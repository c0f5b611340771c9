/** 不認定通知書 第2版。 */
import { secondVersion } from "../../certification-notice/v2/letter.tsx";
import { declineNoticeV1 } from "../v1/template.ts";

export const declineNoticeV2 = secondVersion(declineNoticeV1, "decline-notice/v2");
