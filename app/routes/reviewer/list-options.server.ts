/** 一覧の条件の選択肢。見てよい局と、その省庁だけを出す。 */
import type { StaffActor } from "#app/domain/access/actor.ts";
import type { Rulebook } from "#app/domain/rulebook/rulebook.ts";
import { visibleOffices } from "#app/usecases/review/list-filter.ts";

export const listOptions = (rulebook: Rulebook, actor: StaffActor) => {
  const visible = visibleOffices(actor);
  const offices = [...rulebook.offices.values()].filter(
    ({ code }) => visible === null || visible.includes(code),
  );
  const ministries = new Set(offices.map(({ ministry }) => ministry));
  return {
    offices: offices.map(({ code, name }) => ({ value: code, label: name })),
    ministries: [...ministries].map((name) => ({ value: name, label: name })),
    prefectures: [...rulebook.prefectures.values()].map(({ code, name }) => ({ value: code, label: name })),
    guidelines: [...rulebook.guidelines.values()].map(({ id, name }) => ({ value: id, label: name })),
    industries: [...rulebook.industries[14].byCode.values()]
      .filter(({ parent, code }) => parent === null || /^\d\d$/u.test(code))
      .map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  };
};
