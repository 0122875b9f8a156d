package io.partyline.cast;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Leaves out what a model says when it fails, instead of playing its part: that it is a language
/// model, that it cannot assist, the name of an error, an order to a switchboard, or the line by
/// which others excuse themselves for it. No caller talks like that, and whoever had nothing else
/// to say is silent.
final class OutOfPart {
    private static final String SORRY = "^(?:i'm |i am )?(?:very |so )?sorry,? (?:but )?";

    private static final String CANNOT =
            "i(?: can't| cannot| can not|'m unable to| am unable to|'m not able to| am not able to) ";

    private static final List<Pattern> FAILING =
            List.of(
                    Pattern.compile("\\blanguage model\\b"),
                    Pattern.compile(
                            "\\bas an? (?:ai|artificial intelligence)(?: assistant| model)?,? "
                                    + CANNOT),
                    Pattern.compile(
                            "(?:"
                                    + SORRY
                                    + "|^)"
                                    + CANNOT
                                    + "(?:help(?: you)? with (?:that|this|your|the)(?: request| question| topic)?\\W*$|assist|comply"
                                    + "|fulfil|summari[sz]e|generate|continue with this|engage (?:in|with)"
                                    + "|provide (?:that|this|the requested))"),
                    Pattern.compile(
                            SORRY
                                    + "i(?:'ve| have)?(?: just)? lost my train of thought(?: there)?\\W*$"),
                    Pattern.compile(
                            "^\\W*(?:error\\W+)?(?:[45]\\d\\d\\W+)?(?:bad gateway|internal server error|service"
                                    + " unavailable|gateway time-?out|too many requests|rate limit exceeded"
                                    + "|upstream (?:connect )?error|bad request|not found)\\W*$"),
                    Pattern.compile(
                            "^\\W*(?:please )?(?:hang up|drop|mute|ban|disconnect|end|close)(?: on)?"
                                    + " (?:all|everybody|everyone|all (?:the )?(?:calls|callers|lines)"
                                    + "|the (?:calls?|show|lines|session))(?: now| please)?\\W*$"));

    private static final Pattern NO_SPEECH =
            Pattern.compile(
                    "(?i)\\s*(?:```(?:json|html|xml)\\b|<(?:!doctype|html|head|body|title|h1|center|pre|\\?xml)\\b"
                            + "|[{\\[]\\s*[\"{\\[])");

    private OutOfPart() {}

    /// Whether what begins like this is a page or data, and nothing that anybody says.
    static boolean begins(CharSequence answer) {
        return NO_SPEECH.matcher(answer).lookingAt();
    }

    /// The sentence, or nothing if it is none of the part.
    static String kept(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return FAILING.stream().anyMatch(failing -> failing.matcher(plain).find()) ? "" : sentence;
    }
}
