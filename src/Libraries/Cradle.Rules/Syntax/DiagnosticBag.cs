using System.Collections;

namespace Cradle.Rules.Syntax;

/// <summary>Collects findings while a pack is read, bound and reviewed; nothing stops at the first error.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => _items.Exists(item => item.Severity == Severity.Error);

    /// <summary>Adds a finding made elsewhere.</summary>
    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    /// <summary>Adds an error.</summary>
    public void Error(string code, SourcePosition position, string message, string remedy) =>
        _items.Add(new Diagnostic(Severity.Error, code, position, message, remedy));

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, SourcePosition position, string message, string remedy) =>
        _items.Add(new Diagnostic(Severity.Warning, code, position, message, remedy));

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _items
        .OrderBy(item => item.Position.File, StringComparer.Ordinal).ThenBy(item => item.Position.Line).ThenBy(item => item.Position.Column)
        .GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
