/** What is wrong with a field, as the browser can tell by itself, and the server tells too. */
export const checks = {
  emailMissing: "Enter your email address",
  emailWrong: "Enter an email address in the correct format, like name@example.com",
  firstNameMissing: "Enter your first name",
  firstNameWrong: "Your first name must be 100 characters or fewer, all of which can be shown",
  lastNameMissing: "Enter your last name",
  lastNameWrong: "Your last name must be 100 characters or fewer, all of which can be shown",
  countryMissing: "Select the country of your phone number",
  phoneMissing: "Enter your mobile phone number",
  phoneWrong: "Enter a mobile phone number that can get text messages",
  phoneWrongLike: "Enter a mobile phone number that can get text messages, like {example}",
  landline: "This is a landline number, which gets no text messages. Enter a mobile phone number",
  landlineLike: "This is a landline number, which gets no text messages. Enter a mobile phone number, like {example}",
  pinMissing: "Enter the PIN from the text message",
  pinWrong: "Enter the PIN using only its 6 digits",
}
