namespace Cradle.Platform.Web;

/// <summary>A text of the product's own voice in both languages; it writes itself in the language of the request.</summary>
public readonly record struct Words(string Zh, string En)
{
    public override string ToString() => Wording.Say(Zh, En);
}
