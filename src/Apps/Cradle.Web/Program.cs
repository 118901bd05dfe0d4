using Cradle.Platform.Web;
using Cradle.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCradleWeb(Shell.Configure);
Gallery.HideUnlessAsked(builder);

var app = builder.Build();
app.UseCradleWeb();
app.MapCradleWeb();
app.Run();
