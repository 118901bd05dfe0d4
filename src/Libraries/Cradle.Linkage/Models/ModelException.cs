namespace Cradle.Linkage.Models;

/// <summary>A model that cannot be used; the message says what is wrong and how to mend it.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ModelException(string message) : Exception(message);
