/** 同じ名前の人を、メールアドレスで見分ける。名前が一人だけなら、名前のまま。 */

/**
 * @param people 一つの一覧に並ぶ人
 * @returns 選ぶときの label を添えた人。同じ名前の人がいれば、名前の後ろにメールアドレスを括弧で添える
 */
export function distinctNames<T extends { readonly name: string; readonly email: string | null }>(
  people: readonly T[],
): readonly (T & { readonly label: string })[] {
  const counts = Map.groupBy(people, ({ name }) => name);
  return people.map((person) => {
    const alone = (counts.get(person.name)?.length ?? 0) < 2 || person.email === null;
    return { ...person, label: alone ? person.name : `${person.name}（${person.email}）` };
  });
}
