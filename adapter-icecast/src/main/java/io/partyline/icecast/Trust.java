package io.partyline.icecast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
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
    private static final String UNREADABLE = "it cannot be read as a certificate (PEM)";

    private final SSLContext context;
    private final List<X509Certificate> own;

    private Trust(SSLContext context, List<X509Certificate> own) {
        this.context = context;
        this.own = own;
    }

    /// Those whom Java trusts on this computer.
    public static Trust usual() {
        return trusted(List.of(), SSLContext::getDefault);
    }

    /// Those, and whoever shows one of the certificates in a file, or one that they have signed.
    ///
    /// A certificate that has run out is left out: Java asks for no date of what is trusted itself.
    ///
    /// @param file certificates as text (PEM), or one in its binary form
    /// @throws CertificateException if none in it can be read, or none is valid now; in a sentence
    /// @throws IOException if it cannot be read at all
    public static Trust with(Path file) throws IOException, CertificateException {
        List<X509Certificate> own = certificates(file);
        return trusted(own, () -> context(own));
    }

    SSLContext context() {
        return context;
    }

    /// What is trusted beside those whom Java trusts.
    List<X509Certificate> own() {
        return own;
    }

    private interface Made {
        SSLContext context() throws GeneralSecurityException, IOException;
    }

    private static Trust trusted(List<X509Certificate> own, Made made) {
        try {
            return new Trust(made.context(), own);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("this Java cannot do TLS", broken);
        }
    }

    private static List<X509Certificate> certificates(Path file)
            throws IOException, CertificateException {
        List<X509Certificate> found = read(file);
        if (found.isEmpty()) {
            throw new CertificateException(UNREADABLE);
        }
        List<X509Certificate> valid = found.stream().filter(Trust::isValid).toList();
        if (valid.isEmpty()) {
            throw new CertificateException(
                    "the certificate in it is valid from %tF to %tF, and not today"
                            .formatted(
                                    found.getFirst().getNotBefore(),
                                    found.getFirst().getNotAfter()));
        }
        return valid;
    }

    private static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException unreadable) {
            throw new CertificateException(UNREADABLE, unreadable);
        }
    }

    private static boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException _) {
            return false;
        }
    }

    private static SSLContext context(List<X509Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        var trusted = new ArrayList<Certificate>(own);
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
