package io.partyline.carrier.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/// What the show answered to a request.
///
/// Holds the body as it came; owned by whoever asked.
public final class ShowAnswer {
    private final int status;
    private final String contentType;
    private final byte[] body;

    ShowAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public boolean good() {
        return status >= 200 && status < 300;
    }

    /// The media type without parameters, in lower case.
    public String type() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    public boolean audio() {
        return type().startsWith("audio/");
    }

    public int size() {
        return body.length;
    }

    public byte[] bytes() {
        return body.clone();
    }

    public String text() {
        return new String(body, UTF_8);
    }
}
