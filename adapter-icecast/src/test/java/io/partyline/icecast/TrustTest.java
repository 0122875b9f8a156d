package io.partyline.icecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    @TempDir Path folder;

    @Test
    void aCertificateOfTheHostsOwnIsTrusted() throws Exception {
        assertThat(Trust.with(MadeCertificate.alone(folder, -1)).own()).hasSize(1);
    }

    /// Java itself would go on trusting it.
    @ParameterizedTest
    @ValueSource(ints = {-3, 2})
    void aCertificateThatIsNotValidTodayIsRefusedInWords(int begins) throws Exception {
        Path file = MadeCertificate.alone(folder, begins);
        assertThatThrownBy(() -> Trust.with(file))
                .isInstanceOf(CertificateException.class)
                .hasMessageMatching(
                        "the certificate in it is valid from \\d{4}-\\d\\d-\\d\\d to"
                                + " \\d{4}-\\d\\d-\\d\\d, and not today");
    }

    @Test
    void ofAnOldCertificateAndANewOneTheNewOneIsTrusted() throws Exception {
        Path both = folder.resolve("both.pem");
        Files.writeString(
                both,
                Files.readString(MadeCertificate.alone(folder, -3))
                        + Files.readString(MadeCertificate.alone(folder, -1)));
        List<X509Certificate> own = Trust.with(both).own();
        assertThat(own).hasSize(1);
        own.getFirst().checkValidity();
    }

    @Test
    void aFileWithoutACertificateIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("x.pem"), "hello");
        assertThatThrownBy(() -> Trust.with(file))
                .isInstanceOf(CertificateException.class)
                .hasMessage("it cannot be read as a certificate (PEM)");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> Trust.with(empty)).isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
