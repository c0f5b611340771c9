/** 計画の文章。業種の言葉（trade.ts）と数字を、いくつかの言い回しに当てはめる。 */
import type { RawSection } from "#app/domain/plan/field.ts";
import type { GeneratedCompany } from "./companies.ts";
import type { Random } from "./random.ts";
import { trades } from "./trade.ts";

/** 現状認識の四つの文章。 */
export function presentStateWords(random: Random, company: GeneratedCompany): RawSection {
  const trade = trades[company.trade];
  const year = company.establishedOn.slice(0, 4);
  const [work, another] = random.sample(trade.works, 2);
  const [customer, other] = random.sample(trade.customers, 2);
  const [burden, second, third] = random.sample(trade.burdens, 3);
  const measure = random.pick(trade.measures);
  const people = company.employees;
  return {
    business: random.pick([
      `${year}年の設立以来、${work ?? ""}を主な事業とし、${another ?? ""}も手がけている。従業員は${people}名で、取引先は${customer ?? ""}が中心である。`,
      `${work ?? ""}を営む。従業員${people}名のうち${Math.max(1, Math.round(people * 0.3))}名が10年以上勤める。売上の約${random.integer(4, 8)}割を${customer ?? ""}から受けている。`,
      `${customer ?? ""}に対して${work ?? ""}を提供している。${year}年に創業し、近年は${another ?? ""}にも取り組んでいる。従業員は${people}名である。`,
    ]),
    market: random.pick([
      `${customer ?? ""}からの引合いは3年前の約${(1 + random.next()).toFixed(1)}倍に増えたが、一件当たりの量は小さくなった。${other ?? ""}の需要は横ばいで、近隣の競合${random.integer(2, 9)}社との価格の差は小さい。`,
      `${other ?? ""}の需要が伸びる一方、${customer ?? ""}は取引先を絞る動きがある。競合は設備の更新で納期を縮めており、当社は${measure}の長さが弱みになっている。`,
      `商圏の人口は10年で${random.integer(2, 14)}%減った。${customer ?? ""}の求める品質は高くなり、品質の記録を求められることが増えた。`,
    ]),
    management: random.pick([
      `売上高は前期から横ばいであるが、人件費と光熱費の上昇で営業利益率は下がった。${burden ?? ""}に一日平均${random.integer(40, 240)}分を費やしている。`,
      `直近3期の売上高は年${random.integer(1, 6)}%ずつ伸びたが、${burden ?? ""}と${second ?? ""}のために残業が増え、利益の伸びにつながっていない。`,
      `原材料の値上がりを価格に反映できたのは約${random.integer(4, 9)}割である。借入金の返済は計画のとおり進んでいる。`,
    ]),
    issues: `①${burden ?? ""}の削減、②${second ?? ""}の見直し、③${third ?? ""}への対応。とくに①は${measure}の長さに直結し、最も優先する。`,
  };
}

/** 実施事項の一文。何を、いつまでに、どれだけ良くするか。 */
export function measureWords(random: Random, company: GeneratedCompany): string {
  const trade = trades[company.trade];
  const burden = random.pick(trade.burdens);
  const measure = random.pick(trade.measures);
  const equipment = random.pick(trade.equipment);
  const before = random.integer(60, 300);
  const after = Math.round(before * (0.45 + random.next() * 0.35));
  return random.pick([
    `${equipment}を導入して${burden}を減らし、${measure}を今の${before}から${after}に改善する。1年目に運用を定め、2年目から全員に広げる。`,
    `${burden}について手順書を整え、月1回の勉強会で${Math.max(2, Math.round(company.employees * 0.4))}名が同じ手順でできるようにする。${measure}は${before}から${after}を目標とする。`,
    `${measure}を毎週計って掲示し、${burden}の原因を部門ごとに三つずつ取り除く。3年間で${before}から${after}への改善を見込む。`,
    `${equipment}の記録を生かして${burden}を見える化し、担当を一人に頼らない体制にする。${measure}は${before}から${after}に縮める。`,
  ]);
}
