package org.clarion.registrations.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final String PAGE = "https://actions.example.org/staff/registrations/door/AC2FGH";

    @Test
    void aCameraReadsWhatWasWritten() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(PAGE)));
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(PAGE);
    }
}
