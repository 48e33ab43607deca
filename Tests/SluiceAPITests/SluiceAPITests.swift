import SluiceAPI
import Testing

@Suite struct SluiceAPITests {
}
