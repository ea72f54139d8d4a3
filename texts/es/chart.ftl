# Gráficos y las tablas que los acompañan.

chart-average = precio medio por kg
chart-bid = compra
chart-bid-total = para comprar: { $mass }
chart-day = Día
chart-depth = Cuánto se quiere comprar y vender, por precio.
chart-depth-bids = Ofertas de compra: { $mass } en total, a { $price } por kg como máximo.
chart-depth-offers = Ofertas de venta: { $mass } en total, desde { $price } por kg.
chart-limited = compra, solo de ciertos orígenes
chart-limited-total = para comprar, solo de ciertos orígenes: { $mass }
chart-mass = Masa
chart-month = Mes
chart-months-gist = { $caption }, de { $first } a { $last }: { $sums }.
chart-most-a-day = { $mass } al día como máximo
chart-offer = venta
chart-offer-total = en venta: { $mass }
chart-orders = Órdenes
chart-price-kg = Precio por kg
chart-prices = Precio medio y masa por día
chart-prices-gist = { $days ->
    [one] Operaciones en un solo día, { $first }: { $first-price } por kg en promedio.
   *[other] Operaciones en { $days } días. Promedio por kg: { $first-price } el { $first }, { $last-price } el { $last }.
  }
chart-side = Lado
chart-trades = Operaciones
chart-volume = masa negociada
