/** 誤った入力と、許されない操作。理由を日本語で示し、打った物を残し、何も半端に書かない。 */
import { beforeAll, describe, expect, it } from "vitest";
import { seedDemonstration } from "../../scripts/demonstration/seed-demonstration.ts";
import { openHouse } from "./support/house.ts";
import { answerIn, answerOne, checkAnswers, saveSection, sectionAt } from "./support/steps/application.ts";
import { accountOf, passLogIn } from "./support/steps/log-in.ts";
import { openWorkList } from "./support/steps/review.ts";
import type { Visitor } from "./support/visitor.ts";

const house = openHouse(seedDemonstration);

/** 書きかけの申請を開く。 */
async function openDraft(visitor: Visitor): Promise<string> {
  await visitor.open(`/c/${accountOf("aoba").companyKey}`);
  const { path } = await visitor.follow("（申請前）");
  return path;
}

describe("読めない入力", () => {
  const unreadable = [
    ["検査数字の合わない法人番号", "company", "corporateNumber", "7990001000002", "検査数字が合いません"],
    ["数の欄の文字", "company", "employees", "四十六人くらい", "数字で入力してください"],
    ["暦にない日付", "company", "establishedOn", "2026年2月30日", "その日は暦にありません"],
    ["長すぎる文章", "indicators", "goal", "目標".repeat(501), "1000文字以内で入力してください"],
  ] as const;

  it.each(unreadable)(
    "%s は、欄で理由を言い、打った物を残す",
    async (_name, section, field, typed, message) => {
      const visitor = await house.arrive("aoba");
      const draft = await openDraft(visitor);
      await visitor.open(sectionAt(draft, section));
      const before = await answerIn(visitor, section, field);
      await answerOne(visitor, section, field, typed);
      expect(await saveSection(visitor)).toMatchObject({ status: 422 });

      expect(await visitor.page.getByRole("alert").innerText()).toContain(message);
      const control = visitor.page.locator(`#${field}`);
      expect(await control.getAttribute("aria-invalid")).toBe("true");
      expect(await visitor.page.locator(`#${field}-error`).innerText()).toContain(message);
      expect(await control.inputValue()).toBe(typed);

      await visitor.open(sectionAt(draft, section));
      expect(await answerIn(visitor, section, field)).toBe(typed);
      await answerOne(visitor, section, field, before);
      await saveSection(visitor);
      await visitor.leave();
    },
  );
});

describe("読めても、申請できない内容", () => {
  it.each([
    ["ない細分類", "9998", "という細分類はありません"],
    ["省庁の決まらない分類不能の産業", "9999", "コールセンター"],
  ])("%s は、次にすることを示し、申請に進ませない", async (_name, typed, message) => {
    const visitor = await house.arrive("aoba");
    const draft = await openDraft(visitor);
    await visitor.open(sectionAt(draft, "industry"));
    const code = visitor.page.getByLabel("細分類（4桁）", { exact: true });
    const before = await code.inputValue();
    await code.fill(typed);
    await visitor.press("保存して一覧に戻る");
    await checkAnswers(visitor, draft);
    expect(await visitor.page.getByRole("alert").innerText()).toContain(message);
    expect(await visitor.page.getByRole("link", { name: "申請に進む" }).count()).toBe(0);

    await visitor.open(sectionAt(draft, "industry"));
    expect(await code.inputValue()).toBe(typed);
    await code.fill(before);
    await visitor.press("保存して一覧に戻る");
    await visitor.leave();
  });

  it("35か月の計画は、期間の決まりを示し、欄へ案内する", async () => {
    const visitor = await house.arrive("aoba");
    const draft = await openDraft(visitor);
    await visitor.open(sectionAt(draft, "period"));
    await answerOne(visitor, "period", "start", "2026-12");
    await answerOne(visitor, "period", "end", "2029-10");
    await saveSection(visitor);
    await checkAnswers(visitor, draft);
    const summary = visitor.page.getByRole("alert");
    expect(await summary.innerText()).toContain("35か月");
    expect(await visitor.page.getByRole("link", { name: "申請に進む" }).count()).toBe(0);

    await visitor.moving(() => summary.getByRole("link", { name: /35か月/u }).click());
    expect(visitor.path).toBe(sectionAt(draft, "period"));
    expect(await answerIn(visitor, "period", "end")).toBe("2029-10");
    await answerOne(visitor, "period", "end", "2029-11");
    await saveSection(visitor);
    await visitor.leave();
  });
});

describe("よその物", () => {
  it("よその会社の画面は、あるかないかを言わずに 404 になる", async () => {
    const visitor = await house.arrive("aoba");
    const others = [`/c/${accountOf("seishin").companyKey}`, "/c/1234567890123", "/c/ない会社"];
    const texts: string[] = [];
    for (const path of others) {
      expect(await visitor.open(encodeURI(path))).toMatchObject({ status: 404 });
      texts.push((await visitor.text()).replace(/[\da-f-]{36}/u, ""));
    }
    expect(new Set(texts).size).toBe(1);
    await visitor.leave();
  });

  it("よその局の申請は 404 になる", async () => {
    const owner = await house.arrive("kobeReviewer");
    const { path } = await owner.moving(() =>
      owner.page
        .getByRole("row", { name: /西神倉庫株式会社/u })
        .getByRole("link")
        .click(),
    );
    await owner.leave();
    const stranger = await house.arrive("tohokuReviewer");
    expect(await openWorkList(stranger)).not.toContain("西神倉庫");
    for (const page of ["", "/accept", "/return", "/propose"])
      expect(await stranger.open(`${path}${page}`)).toMatchObject({ status: 404 });
    await stranger.leave();
  });
});

describe("時を失った操作", () => {
  it("二つの画面で開いた受理は、先の一つだけが通り、後は理由と 409 を返す", async () => {
    const first = await house.arrive("kobeReviewer");
    const { path } = await first.moving(() =>
      first.page
        .getByRole("row", { name: /西神倉庫株式会社/u })
        .getByRole("link")
        .click(),
    );
    const second = await house.arrive("kobeReviewer");
    await second.open(`${path}/accept`);
    await first.open(`${path}/accept`);
    await first.press("受理する");
    expect(await first.text()).toContain("受理しました");

    expect(await second.press("受理する")).toMatchObject({ status: 409 });
    expect(await second.text()).toMatch(/先に|できません/u);
    expect(await second.open(`${path}/accept`)).toMatchObject({ status: 409 });
    expect(await second.text()).toContain("「受理」はできません");

    await first.open(path);
    const acceptances = (await first.text()).match(/受理日 令和8年12月1日/gu) ?? [];
    expect(acceptances).toHaveLength(1);
    await first.leave();
    await second.leave();
  });

  it("先に保存された区画への保存は 409 で、両方の値を見せ、打った物を残す", async () => {
    // 打つ間の保存は JavaScript の仕事なので、ボタンだけで保存する二人で確かめる。
    const mine = await house.arrive("aoba", { javaScript: false });
    const theirs = await house.arrive("aobaMember", { javaScript: false });
    const draft = await openDraft(mine);
    const section = sectionAt(draft, "period");
    await mine.open(section);
    await theirs.open(section);
    await answerOne(theirs, "period", "end", "2030-11");
    await saveSection(theirs);
    await answerOne(mine, "period", "end", "2031-11");
    expect(await saveSection(mine)).toMatchObject({ status: 409 });
    const shown = await mine.text();
    for (const words of ["まだ保存していません", "令和12年11月", "令和13年11月"])
      expect(shown).toContain(words);
    await theirs.open(section);
    expect(await answerIn(theirs, "period", "end")).toBe("2030-11");

    await mine.page.getByRole("radio", { name: "自分の入力" }).check();
    await mine.press("選んだ値で保存する");
    await theirs.open(section);
    expect(await answerIn(theirs, "period", "end")).toBe("2031-11");
    await answerOne(theirs, "period", "end", "2029-11");
    await saveSection(theirs);
    await mine.leave();
    await theirs.leave();
  });
});

describe("入口", () => {
  let draft: string;
  beforeAll(async () => {
    const visitor = await house.arrive("aoba");
    draft = await openDraft(visitor);
    await visitor.leave();
  });

  it("ログインしていなければログインへ移り、済めば開こうとした画面に戻る", async () => {
    const visitor = await house.visit();
    const wanted = sectionAt(draft, "period");
    const asked = await visitor.open(wanted);
    expect(asked.path).toContain("/login?returnTo=");
    expect(await passLogIn(visitor, "aoba")).toMatchObject({ status: 200, path: wanted });
    await visitor.leave();
  });

  it("よその site からの送信は 403 で、何も変えない", async () => {
    const visitor = await house.arrive("aoba");
    await visitor.open(sectionAt(draft, "period"));
    const before = await answerIn(visitor, "period", "start");
    const url = visitor.page.url();
    for (const headers of [{ Origin: "https://attacker.example" }, { Origin: "null" }, {}]) {
      const answer = await visitor.context.request.post(url, {
        headers,
        form: { version: "1", start: "2040-01", end: "2042-12" },
      });
      expect(answer.status()).toBe(403);
    }
    await visitor.openAgain();
    expect(await answerIn(visitor, "period", "start")).toBe(before);
    await visitor.leave();
  });
});
