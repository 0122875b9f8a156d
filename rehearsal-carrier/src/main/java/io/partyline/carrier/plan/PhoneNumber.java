package io.partyline.carrier.plan;

/// The show's number as its owner set it up at the carrier.
///
/// @param number in E.164, such as `+15550100`
/// @param voice asked when somebody dials the number
/// @param fallback asked instead when a document cannot be had or cannot be run
/// @param status told once when a call to the number has ended
public record PhoneNumber(String number, Hook voice, Hook fallback, Hook status) {
    /// An address with the method by which it is asked.
    ///
    /// @param url empty if it is not set
    /// @param method `GET` or `POST`
    public record Hook(String url, String method) {
        /// An address that is not set.
        public static final Hook NONE = new Hook("", "POST");

        public Hook {
            if (!url.isEmpty() && !Addresses.absolute(url)) {
                throw new IllegalArgumentException("A webhook needs a whole address, not: " + url);
            }
            if (!method.equals("GET") && !method.equals("POST")) {
                throw new IllegalArgumentException("A webhook is GET or POST, not: " + method);
            }
        }

        /// An address that is asked by POST.
        public static Hook post(String url) {
            return new Hook(url, "POST");
        }

        /// Whether there is an address.
        public boolean set() {
            return !url.isEmpty();
        }
    }

    /// A number whose webhooks are the show's usual ones under a public base URL, without a
    /// fallback.
    ///
    /// @param publicBase such as `https://show.example`, without a slash at its end
    public static PhoneNumber of(String number, String publicBase) {
        return new PhoneNumber(
                number,
                Hook.post(publicBase + "/api/twilio/voice"),
                Hook.NONE,
                Hook.post(publicBase + "/api/twilio/status"));
    }

    /// The same number asked elsewhere.
    public PhoneNumber withVoice(Hook hook) {
        return new PhoneNumber(number, hook, fallback, status);
    }

    /// The same number with a fallback, asked by POST.
    public PhoneNumber withFallback(String url) {
        return withFallback(Hook.post(url));
    }

    /// The same number with a fallback.
    public PhoneNumber withFallback(Hook hook) {
        return new PhoneNumber(number, voice, hook, status);
    }

    /// The same number with its ends told elsewhere.
    public PhoneNumber withStatus(Hook hook) {
        return new PhoneNumber(number, voice, fallback, hook);
    }
}
