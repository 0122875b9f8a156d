package io.partyline.icecast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose word is taken for it that a server over TLS is who it says it is.
///
/// Safe for use by many threads.
public final class Trust {
    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /// Those whom Java trusts on this computer.
    public static Trust usual() {
        return trusted(() -> SSLContext.getDefault());
    }

    /// Those, and whoever shows one of the certificates in a file, or one that they have signed.
    ///
    /// @param file certificates as text (PEM), or one in its binary form
    /// @throws IOException if there is none in it that can be read
    public static Trust with(Path file) throws IOException {
        List<Certificate> own = certificates(file);
        return trusted(() -> context(own));
    }

    SSLContext context() {
        return context;
    }

    private interface Made {
        SSLContext context() throws GeneralSecurityException, IOException;
    }

    private static Trust trusted(Made made) {
        try {
            return new Trust(made.context());
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("this Java cannot do TLS", broken);
        }
    }

    private static List<Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var found =
                    List.<Certificate>copyOf(
                            CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (found.isEmpty()) {
                throw new IOException("there is no certificate in it");
            }
            return found;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("it holds no certificate that can be read", unreadable);
        }
    }

    private static SSLContext context(List<Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        var trusted = new ArrayList<>(own);
        usualOnes().forEach(trusted::add);
        for (int i = 0; i < trusted.size(); i++) {
            all.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        TrustManagerFactory factory = factory();
        factory.init(all);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static Stream<X509Certificate> usualOnes() throws GeneralSecurityException {
        TrustManagerFactory factory = factory();
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager ->
                        Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManagerFactory factory() throws GeneralSecurityException {
        return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    }
}
