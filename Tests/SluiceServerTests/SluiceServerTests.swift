import SluiceServer
import Testing

@Suite struct SluiceServerTests {
}
