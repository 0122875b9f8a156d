package io.partyline.carrier.plan;

/// The show's number as its owner set it up at the carrier. An empty URL means "not set".
///
/// @param number in E.164, such as `+15550100`
/// @param voiceUrl asked when somebody dials the number
/// @param fallbackUrl asked instead when a document cannot be had or cannot be run
/// @param statusUrl told once when a call to the number has ended
public record PhoneNumber(String number, String voiceUrl, String fallbackUrl, String statusUrl) {
    public PhoneNumber {
        check(voiceUrl);
        check(fallbackUrl);
        check(statusUrl);
    }

    private static void check(String url) {
        if (!url.isEmpty() && !Addresses.absolute(url)) {
            throw new IllegalArgumentException("A webhook needs a whole address, not: " + url);
        }
    }

    /// A number whose webhooks are the show's usual ones under a public base URL, without a
    /// fallback.
    ///
    /// @param publicBase such as `https://show.example`, without a slash at its end
    public static PhoneNumber of(String number, String publicBase) {
        return new PhoneNumber(
                number, publicBase + "/api/twilio/voice", "", publicBase + "/api/twilio/status");
    }

    /// The same number with a fallback.
    public PhoneNumber withFallback(String url) {
        return new PhoneNumber(number, voiceUrl, url, statusUrl);
    }
}
