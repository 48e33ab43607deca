import SluiceClient
import Testing

@Suite struct SluiceClientTests {
}
