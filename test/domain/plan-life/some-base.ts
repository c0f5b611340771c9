/** 例の計画（製造業、令和8年12月から3年）を認定した、変える元。 */
import type { ChangeBase } from "#app/domain/plan-life/change-base.ts";
import { date } from "../calendar/arbitrary.ts";

export const someBase: ChangeBase = {
  origin: "portal",
  planId: "plan-1",
  version: 1,
  number: "20261205東北第1号",
  certifiedOn: date("2026-12-05"),
  firstNumber: "20261205東北第1号",
  firstCertifiedOn: date("2026-12-05"),
  start: "2026-12" as ChangeBase["start"],
  end: "2029-11" as ChangeBase["end"],
  officeName: "東北経済産業局",
  code13: "",
};
