package io.partyline.carrier.stream;

import io.partyline.carrier.office.CarrierErrorException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/// A media stream cannot be had. The codes are the carrier's own.
public final class StreamErrorException extends CarrierErrorException {
    static final int SCHEME = 31922;
    public static final int TRACK = 31941;
    private static final long serialVersionUID = 1L;
    private static final int TIMEOUT = 31901;
    private static final int REFUSED = 31902;
    private static final int BROKEN = 31903;
    private static final int HANDSHAKE = 31920;

    public StreamErrorException(int code, String reason) {
        super(code, reason);
    }

    static StreamErrorException because(IOException cause) {
        int code =
                switch (cause) {
                    case HandshakeRefusedException _ -> HANDSHAKE;
                    case SocketTimeoutException _ -> TIMEOUT;
                    case ConnectException _ -> REFUSED;
                    default -> BROKEN;
                };
        StreamErrorException error = new StreamErrorException(code, cause.toString());
        error.initCause(cause);
        return error;
    }
}
