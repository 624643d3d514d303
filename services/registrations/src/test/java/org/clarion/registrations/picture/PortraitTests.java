package org.clarion.registrations.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortraitTests {

    @ParameterizedTest
    @CsvSource({"png, 64, 64", "jpeg, 640, 480", "png, 300, 4000", "jpeg, 3000, 2000"})
    void whateverItsShapeItBecomesASmallSquare(String format, int width, int height) throws Exception {
        var portrait = read(Portrait.of(SamplePictures.of(format, width, height, Color.RED)));
        assertThat(portrait.getWidth()).isEqualTo(Portrait.SIDE);
        assertThat(portrait.getHeight()).isEqualTo(Portrait.SIDE);
        assertThat(new Color(portrait.getRGB(190, 190)).getRed()).isGreaterThan(230);
        assertThat(new Color(portrait.getRGB(190, 190)).getBlue()).isLessThan(25);
    }

    @Test
    void whatShinesThroughIsWhite() throws Exception {
        var glass = SamplePictures.written(new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(new Color(read(Portrait.of(glass)).getRGB(100, 100)).getGreen())
                .isGreaterThan(250);
    }

    @Test
    void nothingButPixelsIsKept() throws Exception {
        var picture = SamplePictures.of("jpeg", 200, 200, Color.BLUE);
        var secret = "53.8008N 1.5491W <script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var talkative = new ByteArrayOutputStream();
        talkative.write(picture, 0, 2);
        talkative.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (secret.length + 2)}); // a comment
        talkative.write(secret);
        talkative.write(picture, 2, picture.length - 2);
        talkative.write(secret); // and something behind its end
        assertThat(new String(Portrait.of(talkative.toByteArray()), StandardCharsets.ISO_8859_1))
                .doesNotContain("script", "53.8");
    }

    @ParameterizedTest
    @CsvSource({"gif, 200, 200", "bmp, 200, 200", "png, 63, 200", "jpeg, 200, 20", "png, 10001, 70"})
    void whatIsOfAnotherKindTooSmallOrTooLargeIsRefused(String format, int width, int height) {
        var picture = SamplePictures.of(format, width, height, Color.RED);
        assertThatThrownBy(() -> Portrait.of(picture)).isInstanceOf(UnfitPicture.class);
    }

    @Test
    void whatIsBrokenIsRefusedAndNothingElseHappens() {
        var random = new Random(7);
        for (var format : new String[] {"png", "jpeg"}) {
            var picture = SamplePictures.of(format, 200, 200, Color.RED);
            for (int i = 0; i < 200; i++) {
                var broken = Arrays.copyOf(picture, 1 + random.nextInt(picture.length));
                for (int j = 0; j < 10; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(Portrait.of(broken)).isNotEmpty();
                } catch (UnfitPicture unfit) {
                    assertThat(unfit).hasMessageNotContaining("\n");
                }
            }
        }
        for (var nothing :
                new byte[][] {{}, "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII), new byte[300 * 1024 + 1]
                }) {
            assertThatThrownBy(() -> Portrait.of(nothing)).isInstanceOf(UnfitPicture.class);
        }
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
