package io.partyline.twilio;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What charset a form says it is in.
final class FormCharset {
    /// A parameter of a media type (RFC 9110): its name is the same in capitals, its value may
    /// stand in quotation marks.
    private static final Pattern CHARSET =
            Pattern.compile(
                    ";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]*))", Pattern.CASE_INSENSITIVE);

    private FormCharset() {}

    /// UTF-8 if it says none.
    ///
    /// @throws BadFormException if nobody here knows it
    static Charset of(Headers headers) {
        Matcher said = CHARSET.matcher(headers.first(HeaderNames.CONTENT_TYPE).orElse(""));
        if (!said.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(said.group(1) == null ? said.group(2) : said.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadFormException("The form is in a charset that is not known here.", e);
        }
    }
}
