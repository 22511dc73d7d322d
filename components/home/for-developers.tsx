import { ConsolePicture } from "@/components/home/console-picture"
import type { PriceOfFraud } from "@/lib/web/prices-of-fraud"

/** The other reader of the home page: whoever builds a sign-in, and whoever pays for its texts. */
export function ForDevelopers({ prices }: { prices: PriceOfFraud[] }) {
  return (
    <section className="developers" aria-labelledby="developers">
      <div>
        <h2 id="developers">For developers</h2>
        <p className="lead">
          Latchkey is sign-in by text message that you run yourself: these pages, and four published APIs over one core.
          Its firewall judges every message before you pay for it.
        </p>
      </div>
      <div className="facts">
        <div>
          <h3>What fraud costs</h3>
          <p>
            Bots make sign-in forms text numbers that pay the fraudster for every message. One script asks for 10,000 of
            them in a night, which costs you, at list prices:
          </p>
          <ul className="prices">
            {prices.map(({ country, price }) => (
              <li key={country}>
                {country} <b>{price}</b>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>What stops it</h3>
          <p>
            Latchkey watches which numbers, networks and countries turn messages into sign-ins, and stops sending where
            they do not. Budgets by hour and day hold whatever happens, and people who have signed in before still get
            their PIN.
          </p>
        </div>
        <div>
          <h3>Try it</h3>
          <pre className="commands">
            <code>{"npm ci\nnpm run dev"}</code>
          </pre>
          <p>
            No account, no database and no phone needed: text messages arrive in an inbox in your browser.{" "}
            <a href="/docs">Read the API reference</a>
          </p>
        </div>
      </div>
      <ConsolePicture />
    </section>
  )
}
