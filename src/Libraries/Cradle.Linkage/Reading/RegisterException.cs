namespace Cradle.Linkage.Reading;

/// <summary>A register that cannot be read at all; the message names the file and what to do.</summary>
/// <param name="message">What is wrong.</param>
public sealed class RegisterException(string message) : Exception(message);
