/** 認定通知書 第2版。 */
import { certificationNoticeV1 } from "../v1/template.ts";
import { secondVersion } from "./letter.tsx";

export const certificationNoticeV2 = secondVersion(certificationNoticeV1, "certification-notice/v2");
