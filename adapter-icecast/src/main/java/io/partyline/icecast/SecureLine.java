package io.partyline.icecast;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// TLS over a line that stands, with a server that must be who it says it is.
final class SecureLine {
    private SecureLine() {}

    /// @throws RefusedException if it is not, in words
    static Socket over(Socket plain, StreamUrl url, Trust trust) throws IOException {
        var secure =
                (SSLSocket)
                        trust.context()
                                .getSocketFactory()
                                .createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        try {
            secure.startHandshake();
        } catch (SSLException | SocketTimeoutException refused) {
            throw new RefusedException(why(refused, url));
        }
        return secure;
    }

    private static String why(IOException refused, StreamUrl url) {
        Optional<String> certificate =
                causes(refused)
                        .filter(CertificateException.class::isInstance)
                        .findFirst()
                        .map(_ -> "The stream server %s shows a certificate " + fault(refused));
        return certificate
                .orElse(
                        "There is no safe line to the stream server %s: does it speak TLS there, or is it icecast:// and not icecasts://?")
                .formatted(url.place());
    }

    private static String fault(IOException refused) {
        if (holds(refused, CertificateExpiredException.class)) {
            return "that has run out.";
        }
        if (holds(refused, CertificateNotYetValidException.class)) {
            return "that is not valid yet: is the clock of this computer right?";
        }
        return holds(refused, CertPathBuilderException.class)
                        || holds(refused, CertPathValidatorException.class)
                ? "that nobody here trusts: if it is your own, name its file in PARTYLINE_STREAM_CERTIFICATE."
                : "that is somebody else's: it does not name the host in PARTYLINE_STREAM_URL.";
    }

    private static boolean holds(Throwable refused, Class<? extends Throwable> kind) {
        return causes(refused).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> causes(Throwable refused) {
        return Stream.iterate(refused, cause -> cause != null, Throwable::getCause);
    }
}
