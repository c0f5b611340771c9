/** 認定の取消しの通知書 第2版。 */
import { secondVersion } from "../../certification-notice/v2/letter.tsx";
import { revocationNoticeV1 } from "../v1/template.ts";

export const revocationNoticeV2 = secondVersion(revocationNoticeV1, "revocation-notice/v2");
