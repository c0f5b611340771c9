/** JavaScript の無いブラウザーの代わり。クッキー（道筋つき）と画面の form だけで進む。 */

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly attributes: string;
}

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

export class FormBrowser {
  readonly cookies: Cookie[] = [];
  /** ここへ送られたら追わずに止まる。 */
  readonly #stopAt: string;

  constructor(stopAt: string) {
    this.#stopAt = stopAt;
  }

  async open(url: string | URL, form?: URLSearchParams): Promise<Page> {
    let target = new URL(url);
    let body = form;
    for (let hops = 0; hops < 10; hops += 1) {
      const header = this.cookies
        .filter(({ path }) => `${target.pathname}/`.startsWith(path.endsWith("/") ? path : `${path}/`))
        .map(({ name, value }) => `${name}=${value}`)
        .join("; ");
      const response = await fetch(target, {
        ...(body === undefined ? {} : { method: "POST", body }),
        redirect: "manual",
        headers: { accept: "text/html", cookie: header },
      });
      for (const line of response.headers.getSetCookie()) this.#store(line, target);
      const location = response.headers.get("location");
      if (location === null) {
        return {
          url: target,
          status: response.status,
          headers: response.headers,
          html: await response.text(),
        };
      }
      await response.body?.cancel();
      target = new URL(location, target);
      body = undefined;
      if (target.href.startsWith(this.#stopAt)) {
        return { url: target, status: response.status, headers: response.headers, html: "" };
      }
    }
    throw new Error("too many redirects");
  }

  /** 送信先の末尾で form を選び、値を添えて送る。画面に無いボタンは押せない。 */
  async submit(page: Page, actionEnd: string, values: Readonly<Record<string, string>> = {}): Promise<Page> {
    const forms = [...page.html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
    const form = forms.find(
      (candidate) =>
        attribute(candidate, "action")?.endsWith(actionEnd) === true &&
        Object.entries(values).every(([name, value]) => {
          const controls = [...candidate.matchAll(/<(input|button)[^>]*>/g)].filter(
            ([tag]) => attribute(tag, "name") === name,
          );
          return controls.some(([tag, kind]) => kind === "input" || attribute(tag, "value") === value);
        }),
    );
    const action = form === undefined ? undefined : attribute(form, "action");
    if (action === undefined) throw new Error(`no form ${actionEnd} with ${Object.keys(values).join()}`);
    return this.open(new URL(action, page.url), new URLSearchParams(values));
  }

  #store(line: string, target: URL): void {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = "", value = ""] = pair.split("=");
    const path =
      attributes.find((text) => text.toLowerCase().startsWith("path="))?.slice(5) ?? target.pathname;
    const known = this.cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (known >= 0) this.cookies.splice(known, 1);
    if (value !== "") this.cookies.push({ name, value, path, attributes: attributes.join("; ") });
  }
}
