namespace Cradle.Platform.Web.Shell;

public sealed record FooterLink(string Href, Words Text);
