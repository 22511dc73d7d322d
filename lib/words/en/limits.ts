/** What held somebody up, and what helps. Whoever is held up by what others may have done is told so, and not that it was them. */
export const limits = {
  likeNumbers:
    "We cannot send text messages to numbers like this one right now. Use another number or network, or try again {when}",
  newNumbersCountry:
    "We cannot send text messages to new numbers in this country right now. Use another number or network, or try again {when}",
  newNumbers:
    "We cannot send text messages to new numbers right now. Use another number or network, or try again {when}",
  networkTexts: "Your network asked for many text messages. Use another number or network, or try again {when}",
  placeTexts: "Networks near yours asked for many text messages. Use another number or network, or try again {when}",
  network:
    "There were many requests from your network in a short time. Use another network, such as mobile data, or try again {when}",
  place:
    "There were many requests from networks near yours in a short time. Use another network, such as mobile data, or try again {when}",
  hour: "This phone number had all the text messages that it may get in an hour. You can ask for another {when}",
  day: "This phone number had all the text messages that it may get in a day. You can ask for another {when}",
  nameHour:
    "Many text messages were asked for in your name this past hour. Use a browser that you signed in with before, or try again {when}",
  nameDay:
    "Many text messages were asked for in your name today. Use a browser that you signed in with before, or try again {when}",
  nameNetworkDay:
    "Many text messages were asked for in your name from this network today. Use a browser that you signed in with before, or try again {when}",
  nameUnused:
    "Many text messages were asked for in your name, and nobody used them. Use a browser that you signed in with before, or try again {when}",
  networkUnused:
    "Your network asked for many text messages, and nobody used them. Use a browser that you signed in with before, or try again {when}",
  placeUnused:
    "Networks near yours asked for many text messages, and nobody used them. Use a browser that you signed in with before, or try again {when}",
  accountGuesses:
    "There were many wrong PINs for this account from devices that are new to it. Use a browser that you signed in with before, or try again {when}",
  networkGuesses:
    "There were many wrong PINs from your network. Use a browser that you signed in with before, or try again {when}",
  placeGuesses:
    "There were many wrong PINs from networks near yours. Use a browser that you signed in with before, or try again {when}",
  networkPins:
    "There were many wrong PINs from your network. Use another network, such as mobile data, or try again {when}",
  placePins:
    "There were many wrong PINs from networks near yours. Use another network, such as mobile data, or try again {when}",
  wrongPins: "There were too many wrong PINs. Try again {when}",
  tries: "There were too many tries. Try again {when}",
}
