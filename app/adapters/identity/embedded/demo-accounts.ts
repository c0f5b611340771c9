/**
 * デモ用の模擬 Provider に載せるアカウント。人も企業もすべて架空で、法人番号は登録に使われない 99 の帯から取る。
 * この一覧は通信も秘密も持たないので、起動時の案内にもそのまま使ってよい。
 */
export { demoApplicants } from "./demo-applicants.ts";
export { demoStaff } from "./demo-staff.ts";
