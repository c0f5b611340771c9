/** 投資計画の確認書 第2版。 */
import { secondVersion } from "../../certification-notice/v2/letter.tsx";
import { confirmationV1 } from "../v1/template.ts";

export const confirmationV2 = secondVersion(confirmationV1, "confirmation/v2");
