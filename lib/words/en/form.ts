/** What every form says, in the browser too. `{when}` is filled in there: it is one of the three last lines, or goes on counting. */
export const form = {
  error: "Error: ",
  thereIsAProblem: "There is a problem",
  unreachable: "We could not reach the server. Check your connection and try again.",
  unreadable: "The server gave an answer that we could not read. Try again in a minute.",
  country: "Country of your phone number",
  selectCountry: "Select a country",
  typeCountry: "Type a country, or a code like HK or +852",
  noCountry: "No country has this name or code.",
  captcha:
    "This site is protected by reCAPTCHA and the Google <privacy>Privacy Policy</privacy> and <terms>Terms of Service</terms> apply.",
  working: "We are checking that you are a person. This device works on it for a few seconds.",
  stopWorking: "Stop checking",
  brokenHeading: "Something went wrong",
  brokenLead: "It is our fault, and nothing that you did is lost. Try again in a minute.",
  tryAgain: "Try again",
  now: "now",
  in: "in {time}",
  at: "at {time}",
  on: "on {time}",
}
